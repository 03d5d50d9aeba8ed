import { table } from '../reading.ts';

describe('Podfile', () => {
  table('A.podspec', {
    'passes over a description, whatever stands in it': [
      "Pod::Spec.new do |s|\n  s.description = <<-DESC\n  It's great, s.dependency 'no'.\n  DESC\n  s.dependency 'B', '~> 1'\nend\n",
      'pkg:cocoapods/B ~> 1 runtime pod',
    ],
  });
  table('Podfile', {
    'reads several requirements and the state of a repository': [
      "pod 'A', '>= 1', '< 2', :configurations => ['Debug']\npod 'B', :git => 'https://x.org/b.git', :tag => '1.0'\npod 'C', git: 'https://x.org/c.git', branch: 'main'\n",
      "pkg:cocoapods/A '>= 1', '< 2' runtime pod",
      'pkg:cocoapods/B 1.0 runtime pod git',
      'pkg:cocoapods/C main runtime pod git',
    ],
    'reads pods with subspecs and options': [
      "platform :ios, '13.0'\ntarget 'App' do\n  pod 'AFNetworking', '~> 4.0'\n  pod 'Firebase/Core'\n  pod 'C', :git => 'https://x.org/c.git', :tag => '1'\n  pod 'D', :path => '../d'\n  # pod 'no'\nend\ntarget 'AppTests' do\n  pod 'Quick', '1'\nend\n",
      'pkg:cocoapods/AFNetworking ~> 4.0 runtime pod',
      'pkg:cocoapods/Firebase - runtime pod',
      'pkg:cocoapods/C 1 runtime pod git',
      'pkg:cocoapods/D - runtime pod path',
      'pkg:cocoapods/Quick 1 test pod',
    ],
  });
  table('X.podspec', {
    'reads dependencies': [
      "Pod::Spec.new do |s|\n  s.dependency 'A/B', '~> 1'\nend\n",
      'pkg:cocoapods/A ~> 1 runtime pod',
    ],
  });
});
